/** As much of the library's client and server as the tests use; it brings no types of its own. */
declare module 'smpp' {
  import type { Server } from 'node:net'

  export interface Pdu {
    readonly command: string
    readonly command_status: number
    readonly system_id: string
    readonly password: string
    readonly source_addr: string
    readonly source_addr_ton: number
    readonly destination_addr: string
    readonly dest_addr_ton: number
    readonly esm_class: number
    readonly data_coding: number
    readonly registered_delivery: number
    readonly user_message_reference: number
    readonly receipted_message_id: string
    readonly message_state: number
    readonly message_id: string
    readonly short_message: { readonly message: string | Buffer; readonly udh?: readonly Buffer[] }
    response(options?: Readonly<Record<string, unknown>>): Pdu
  }

  type Fields = Readonly<Record<string, unknown>>

  export interface Session {
    on(event: 'connect' | 'close' | 'error', hear: () => void): void
    on(event: string, hear: (pdu: Pdu) => void): void
    send(pdu: Pdu): boolean
    bind_transceiver(fields: Fields, replied: (pdu: Pdu) => void): void
    submit_sm(fields: Fields, replied: (pdu: Pdu) => void): void
    deliver_sm(fields: Fields, replied: (pdu: Pdu) => void): void
    enquire_link(fields: Fields, replied: (pdu: Pdu) => void): void
    unbind(fields: Fields, replied: (pdu: Pdu) => void): void
    destroy(): void
    close(): void
  }

  interface Library {
    connect(options: { url: string }, connected: () => void): Session
    createServer(serve: (session: Session) => void): Server
  }

  const library: Library
  export default library
}

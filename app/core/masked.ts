/** An e-mail address by which its owner knows it again and nobody else learns it: `a•••@mail.example`. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 1 ? '•••' : `${[...email][0] ?? ''}•••${email.slice(at)}`
}

/** A telephone number (E.164) likewise: `+7 ••• 67`. */
export const maskedPhone = (phone: string): string =>
  /^\+\d{7,15}$/.test(phone) ? `${phone.slice(0, 2)} ••• ${phone.slice(-2)}` : '•••'

/** A person's number (IIN) likewise: `•••• 0018`. */
export const maskedNumber = (number: string): string => (/^\d{12}$/.test(number) ? `•••• ${number.slice(-4)}` : '••••')

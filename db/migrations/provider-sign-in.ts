/** What a sign-in by another house's provider needs, alike in every tenant and in `control`; history, never edited. */
export const providerSignIn: readonly string[] = [
  `alter table auth_session drop constraint auth_session_proved_by_check`,
  `alter table auth_session add constraint auth_session_proved_by_check
    check (proved_by in ('password', 'code', 'recoveryCode', 'passkey', 'provider', 'providerFactors'))`,
  `alter table auth_challenge drop constraint auth_challenge_purpose_check`,
  `alter table auth_challenge add constraint auth_challenge_purpose_check
    check (purpose in ('signIn', 'passkeySignIn', 'passkeyAdding', 'providerSignIn'))`,
  // Whom a provider calls so is one account, and stays it.
  `create unique index auth_account_called on auth_account (provider_id, account_id)`,
]

/** E-mails are compared without regard to case or surrounding blanks. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Whether a normalised text could be an e-mail that the database has: anything else is not even looked up. */
export function isEmail(email: string): boolean {
  return email.length <= 254 && /^[^\s\p{Cc}\p{Cs}@]+@[^\s\p{Cc}\p{Cs}@]+$/u.test(email);
}

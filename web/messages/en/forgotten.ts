import type { Messages } from '../zh';

export const forgotten: Messages['forgotten'] = {
  title: 'Forgot password',
  about: 'Enter the e-mail that you sign in with. If it is that of a member, we send it a link.',
  submit: 'Send a link',
  sent: 'We have your request. If the e-mail is that of a member, it gets a link within minutes: open it to set a new password. It is valid for 24 hours and works once.',
  noMail:
    'Nothing has come? Look among the unwanted e-mails, or ask an administrator of your organisation for a link. Are you its only one? Please ask the platform.',
  signIn: 'Back to sign-in',
};

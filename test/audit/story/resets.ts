import { type Chapters, reason } from './cast';

/** Help for the sole administrator of an organisation; what is confirmed, taken and stopped was prepared. */
export const RESETS: Chapters = {
  requestAdministratorReset: ({ platform }) => ({
    by: platform,
    args: { email: 'admin@datong.example', reason },
    action: 'ADMINISTRATOR_RESET_REQUESTED',
    thing: 'Member',
    values: 'after',
  }),
  confirmAdministratorReset: ({ platform, made: { resetId: id } }) => ({
    by: platform,
    args: { id },
    action: 'ADMINISTRATOR_RESET_CONFIRMED',
    thing: 'Member',
    values: 'after',
  }),
  takeAdministratorReset: ({ platform, made: { resetId: id } }) => ({
    by: platform,
    args: { id },
    action: 'ADMINISTRATOR_RESET_TAKEN',
    thing: 'Member',
    values: 'after',
  }),
  stopAdministratorReset: ({ admin, made: { resetId: id } }) => ({
    by: admin,
    args: { id },
    action: 'ADMINISTRATOR_RESET_STOPPED',
    thing: 'Member',
    values: 'both',
  }),
};

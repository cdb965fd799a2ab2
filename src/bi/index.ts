export {
  type BiLogin,
  type Granted,
  grantBiLogin,
  listBiLogins,
  refreshBiLogins,
  revokeBiLogin,
} from './bi-logins';

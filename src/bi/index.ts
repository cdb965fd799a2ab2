export {
  type BiLogin,
  type Granted,
  grantBiLogin,
  listBiLogins,
  refreshBiLogins,
  renewBiLogin,
  revokeBiLogin,
} from './bi-logins';

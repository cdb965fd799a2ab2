import { message } from '../../messages';
import { AppError } from '../app-error';

/** Too much is being worked on at once; nothing of this request was executed. */
export function busy(): AppError {
  return new AppError('SERVICE_UNAVAILABLE', message('SERVICE_BUSY'), { outcome: 'shed' });
}

export function tookTooLong(): AppError {
  return new AppError('TIMEOUT', message('REQUEST_TOOK_TOO_LONG'));
}

/** A mistyped address is no attempt at what one may not see. */
export function addressNotFound(): AppError {
  return new AppError('NOT_FOUND', message('ADDRESS_NOT_FOUND'), { outcome: 'user_error' });
}

export function methodNotAllowed(allowed: string): AppError {
  return new AppError('METHOD_NOT_ALLOWED', message('METHOD_NOT_ALLOWED', { allowed }), {
    headers: { Allow: allowed },
  });
}

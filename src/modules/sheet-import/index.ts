export type { FormContext } from './form-context';
export { formOf, type FormReading, readForm } from './form.rules';

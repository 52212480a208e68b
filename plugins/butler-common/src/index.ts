/**
 * What Chambers and its backend agree on: Butler's resources, the requests and answers of the HTTP
 * API, the permissions, and the rules that both sides apply.
 *
 * @packageDocumentation
 */
export * from './permissions';
export * from './requests';
export * from './resources';
export * from './rules';

/**
 * Butler Portal's sign-in: for now the personas of a development Portal.
 *
 * @packageDocumentation
 */
export { authModuleButler as default } from './module';

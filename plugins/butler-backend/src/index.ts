/**
 * The data layer of Butler Portal: a backend plugin that reads Butler's resources from a watch cache
 * and writes them as the person who asks.
 *
 * @packageDocumentation
 */
export { butlerPlugin as default } from './plugin';
export {
  createSshKeyConditionalDecision,
  createTemplateConditionalDecision,
  createWorkspaceConditionalDecision,
  sshKeyConditions,
  templateConditions,
  workspaceConditions,
} from './access/policy/rules';
export { providerGroupRef } from './access/providerGroups';
export type { ProviderGroup } from './access/providerGroups';

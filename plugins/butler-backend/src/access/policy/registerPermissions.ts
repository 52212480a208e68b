import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  fingerprintOf,
  sameEmail,
  sshKeyPermissions,
  SYSTEM_NAMESPACE,
  templatePermissions,
  workspacePermissions,
} from '@butler-portal/plugin-butler-common';
import type { ButlerCache } from '../../cache/ButlerCache';
import { TeamDirectory } from '../TeamDirectory';
import {
  sshKeyResourceRef,
  templateResource,
  templateResourceRef,
  workspaceResource,
  workspaceResourceRef,
} from './resources';
import type {
  SshKeyResource,
  TemplateResource,
  WorkspaceResource,
} from './resources';
import { sshKeyRules, templateRules, workspaceRules } from './rules';

function split(ref: string): [string, string] {
  const slash = ref.indexOf('/');
  return [ref.slice(0, Math.max(slash, 0)), ref.slice(slash + 1)];
}

/**
 * Tells Backstage which permissions, rules and objects there are. It asks for the objects when
 * somebody else than this plugin wants to know whether a permission holds for one; what is not
 * there is refused.
 */
export function registerPermissions(
  registry: PermissionsRegistryService,
  cache: ButlerCache,
  directory: () => TeamDirectory,
): void {
  const findWorkspace = (ref: string): WorkspaceResource | undefined => {
    const [team, name] = split(ref);
    const namespace = directory().namespaceOf(team);
    const found = namespace && cache.workspaces.store.get(name, namespace);
    return found ? workspaceResource(found, team) : undefined;
  };
  const findTemplate = (ref: string): TemplateResource | undefined => {
    const [team, name] = split(ref);
    const namespace = team ? directory().namespaceOf(team) : SYSTEM_NAMESPACE;
    const found = namespace && cache.templates.store.get(name, namespace);
    return found ? templateResource(found, team || undefined) : undefined;
  };
  const findKey = (ref: string): SshKeyResource | undefined => {
    const [owner, fingerprint] = split(ref);
    const found = cache.users.store
      .list()
      .some(
        ({ spec }) =>
          sameEmail(spec.email, owner) &&
          spec.sshKeys?.some(key => fingerprintOf(key) === fingerprint),
      );
    return found ? { owner } : undefined;
  };
  registry.addResourceType({
    resourceRef: workspaceResourceRef,
    permissions: workspacePermissions,
    rules: Object.values(workspaceRules),
    getResources: async refs => refs.map(findWorkspace),
  });
  registry.addResourceType({
    resourceRef: templateResourceRef,
    permissions: templatePermissions,
    rules: Object.values(templateRules),
    getResources: async refs => refs.map(findTemplate),
  });
  registry.addResourceType({
    resourceRef: sshKeyResourceRef,
    permissions: sshKeyPermissions,
    rules: Object.values(sshKeyRules),
    getResources: async refs => refs.map(findKey),
  });
}

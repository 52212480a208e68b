import {
  mayDoInSystem,
  mayDoInTeam,
  SYSTEM_NAMESPACE,
} from '@butler-portal/plugin-butler-common';
import type {
  SystemAction,
  TeamAction,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import type { z } from 'zod';
import { refuseByPolicy, refuseContentByPolicy } from '../policy/Policy';
import type { PolicyView } from '../policy/Policy';
import { templateResource } from '../policy/resources';
import {
  noSuchClusterTemplate,
  noSuchObject,
  refuseInSystem,
  refuseInTeam,
} from '../refusals';
import type { Requirement, TemplateGrant } from '../Requirement';
import { membershipIn, nameParams, nothing, objectParams } from './params';
import type { ObjectParams } from './params';

type TemplateAction = Extract<TeamAction, `template.${string}`>;

function templateGrant(
  action: TemplateAction,
  template: WorkspaceTemplate,
  { sees, allows }: PolicyView,
  team?: string,
): TemplateGrant {
  return {
    template,
    assertAllows(content) {
      const facts = templateResource(content, team);
      if (!sees(facts)) refuseContentByPolicy('template.view');
      if (!allows(facts)) refuseContentByPolicy(action);
    },
  };
}

/** The right to the action on the team's template of the path. */
export function onTemplate(
  action: TemplateAction,
): Requirement<ObjectParams, TemplateGrant> {
  return {
    action,
    params: objectParams,
    grant({ caller, params: { team, name }, cache, policy }) {
      const membership = membershipIn(caller, team);
      const template = cache.templates.store.get(name, membership.namespace);
      const facts = template && templateResource(template, team);
      if (!facts || !policy.sees(facts)) noSuchObject('template', name, team);
      if (!mayDoInTeam(caller.principal, action, team)) refuseInTeam(action);
      if (!policy.allows(facts)) refuseByPolicy(action);
      return templateGrant(action, template, policy, team);
    },
  };
}

/** The right to the action in the system namespace, where the cluster templates live. */
export function inSystem(
  action: SystemAction,
): Requirement<Record<string, never>, undefined> {
  return {
    action,
    params: nothing,
    grant({ caller: { principal } }) {
      if (!mayDoInSystem(principal, action)) refuseInSystem(action);
    },
  };
}

/** The right to the action on the cluster template of the path. */
export function onClusterTemplate(
  action: SystemAction,
): Requirement<z.infer<typeof nameParams>, TemplateGrant> {
  return {
    action,
    params: nameParams,
    grant({ caller, params: { name }, cache, policy }) {
      const template = cache.templates.store.get(name, SYSTEM_NAMESPACE);
      const facts = template && templateResource(template);
      if (!facts || !policy.sees(facts)) noSuchClusterTemplate(name);
      if (!mayDoInSystem(caller.principal, action)) refuseInSystem(action);
      if (!policy.allows(facts)) refuseByPolicy(action);
      return templateGrant(action, template, policy);
    },
  };
}

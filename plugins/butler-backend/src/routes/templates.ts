import {
  createTemplateSchema,
  putTemplateSchema,
} from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import {
  template as templateAnswer,
  templateDetails,
  templateList,
} from '../answers/templates';
import {
  inSystem,
  inTeam,
  onClusterTemplate,
  onTemplate,
} from '../access/requirements';
import type { Policy } from '../access/policy/Policy';
import type {
  Requirement,
  TeamGrant,
  TemplateGrant,
} from '../access/Requirement';
import type { ButlerCache } from '../cache/ButlerCache';
import { deleteTemplate } from '../templates/deleteTemplate';
import { listTemplates } from '../templates/listTemplates';
import { newTemplate } from '../templates/newTemplate';
import { putTemplate } from '../templates/putTemplate';
import { serializeTemplate } from '../templates/serializeTemplate';
import { describeTemplate } from '../templates/usedBy';
import type { ObjectWriter } from '../writes/ObjectWriter';
import { noQuery } from './parse';
import { assertMeant, dryRunDeleteQuery, dryRunQuery } from './queries';
import { route } from './route';
import type { Route } from './route';

/** What the routes of templates work with. */
export interface TemplateRouteServices {
  cache: ButlerCache;
  templateWriter: ObjectWriter<WorkspaceTemplate>;
  policy: Policy;
}

/** Where templates are kept: the path, and the rights that it takes. */
interface Place<Collection, Single> {
  path: string;
  onCollection(
    action: 'template.view' | 'template.create',
  ): Requirement<Collection, TeamGrant | undefined>;
  onSingle(
    action: 'template.view' | 'template.edit' | 'template.delete',
  ): Requirement<Single, TemplateGrant>;
}

function collectionRoutes<Collection, Single>(
  { path, onCollection }: Place<Collection, Single>,
  { cache, templateWriter }: TemplateRouteServices,
): Route[] {
  return [
    route({
      method: 'get',
      path,
      access: onCollection('template.view'),
      query: noQuery,
      answer: templateList,
      handler: ({ granted, policy }) => ({
        status: 200,
        body: listTemplates(cache, policy, granted?.membership),
      }),
    }),
    route({
      method: 'post',
      path,
      access: onCollection('template.create'),
      audit: { severity: 'medium', object: ({ name }) => ({ name }) },
      query: dryRunQuery,
      body: createTemplateSchema,
      answer: templateAnswer,
      handler: async ({ caller, granted, query, body }) => {
        const wanted = newTemplate(body, caller.email, granted?.membership);
        const created = await templateWriter.create(caller, wanted, {
          dryRun: query.dryRun === 'true',
        });
        return { status: 201, body: serializeTemplate(created) };
      },
    }),
  ];
}

function singleRoutes<Collection, Single>(
  place: Place<Collection, Single>,
  { cache, policy, templateWriter }: TemplateRouteServices,
): Route[] {
  const { onSingle } = place;
  const path = `${place.path}/:name`;
  return [
    route({
      method: 'get',
      path,
      access: onSingle('template.view'),
      query: noQuery,
      answer: templateDetails,
      handler: async ({ caller, credentials, granted: { template } }) => ({
        status: 200,
        body: await describeTemplate(template, {
          caller,
          credentials,
          policy,
          cache,
        }),
      }),
    }),
    route({
      method: 'put',
      path,
      access: onSingle('template.edit'),
      audit: { severity: 'medium' },
      query: dryRunQuery,
      body: putTemplateSchema,
      answer: templateAnswer,
      handler: async ({ caller, granted, query, body }) => {
        const dryRun = query.dryRun === 'true';
        const changed = await putTemplate(
          caller,
          granted,
          body,
          templateWriter,
          { dryRun },
        );
        return { status: 200, body: serializeTemplate(changed) };
      },
    }),
    route({
      method: 'delete',
      path,
      access: onSingle('template.delete'),
      audit: { severity: 'high' },
      query: dryRunDeleteQuery,
      handler: async ({ caller, granted: { template }, query }) => {
        assertMeant(template, query.uid);
        await deleteTemplate(caller, template, templateWriter, {
          dryRun: query.dryRun === 'true',
        });
        return { status: 204 };
      },
    }),
  ];
}

function routesAt<Collection, Single>(
  place: Place<Collection, Single>,
  services: TemplateRouteServices,
): Route[] {
  return [
    ...collectionRoutes(place, services),
    ...singleRoutes(place, services),
  ];
}

/** Every route about templates: those of a team, and those that every team sees. */
export function templateRoutes(services: TemplateRouteServices): Route[] {
  const ofTeam = {
    path: '/teams/:team/templates',
    onCollection: inTeam,
    onSingle: onTemplate,
  };
  const ofSystem = {
    path: '/templates',
    onCollection: inSystem,
    onSingle: onClusterTemplate,
  };
  return [...routesAt(ofTeam, services), ...routesAt(ofSystem, services)];
}

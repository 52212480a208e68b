import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { allRoutes } from '../routes/router';
import type { HandlerServices } from '../routes/router';
import { OPENAPI_FILE, openApiText } from './text';

describe('openapi.yaml', () => {
  const document = parse(openApiText());

  it('is what the routes say: yarn workspace @butler-portal/plugin-butler-backend generate:openapi', () => {
    expect(readFileSync(OPENAPI_FILE, 'utf8')).toBe(openApiText());
  });

  it('has every route, each under an id of its own', () => {
    const routes = allRoutes({} as HandlerServices);
    const ids = Object.values<Record<string, { operationId: string }>>(
      document.paths,
    ).flatMap(path => Object.values(path).map(each => each.operationId));
    expect(ids).toHaveLength(routes.length + 1);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says what a request takes, with the limits of the schemas', () => {
    const create = document.paths['/teams/{team}/workspaces'].post;
    expect(create).toMatchObject({
      operationId: 'postTeamsByTeamWorkspaces',
      parameters: [
        { name: 'team', in: 'path', required: true, schema: { maxLength: 63 } },
        { name: 'dryRun', in: 'query', required: false },
        { name: 'Idempotency-Key', in: 'header' },
      ],
    });
    const { schema } = create.requestBody.content['application/json'];
    expect(schema).toMatchObject({
      required: ['name', 'spec'],
      additionalProperties: false,
    });
    expect(schema.properties.spec.properties).toHaveProperty('editorConfig');
    expect(schema.properties.spec.properties).not.toHaveProperty('owner');
  });

  it('says what a success is answered with, and refers to nothing that is not there', () => {
    const { get } = document.paths['/me'];
    expect(get.responses['2XX'].content).toEqual({
      'application/json': { schema: { $ref: '#/components/schemas/Me' } },
    });
    const { schemas } = document.components;
    expect(schemas.Me).toMatchObject({
      required: ['email', 'displayName', 'teams', 'sshKeyCount'],
    });
    expect(
      schemas.ListedWorkspace.properties.spec.properties,
    ).not.toHaveProperty('sshPublicKeys');
    const references = openApiText().match(/#\/components\/schemas\/\w+/g);
    const missing = [...new Set(references)].filter(
      reference => !(reference.split('/')[3] in schemas),
    );
    expect(missing).toEqual([]);
  });

  it('asks for a credential everywhere but at /health', () => {
    const open = Object.entries<Record<string, { security?: unknown }>>(
      document.paths,
    ).filter(([, path]) => Object.values(path).some(each => each.security));
    expect(document.security).toEqual([{ backstage: [] }]);
    expect(open.map(([path]) => path)).toEqual(['/health']);
  });
});

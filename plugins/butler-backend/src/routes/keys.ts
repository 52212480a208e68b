import {
  addSshKeySchema,
  parseSshPublicKey,
} from '@butler-portal/plugin-butler-common';
import { sshKey, sshKeyList } from '../answers/me';
import { ownKey, ownKeys } from '../access/requirements';
import type { KeyStore } from '../keys/KeyStore';
import { noQuery } from './parse';
import { route } from './route';
import type { Route } from './route';

/** What the routes of keys work with. */
export interface KeyRouteServices {
  keys: KeyStore;
}

/** The SSH keys of the caller's profile. */
export function keyRoutes({ keys }: KeyRouteServices): Route[] {
  return [
    route({
      method: 'get',
      path: '/me/ssh-keys',
      access: ownKeys('sshKey.view'),
      query: noQuery,
      answer: sshKeyList,
      handler: ({ caller }) => ({
        status: 200,
        body: { items: keys.list(caller) },
      }),
    }),
    route({
      method: 'post',
      path: '/me/ssh-keys',
      access: ownKeys('sshKey.create'),
      audit: {
        severity: 'high',
        object: ({ name, publicKey }) => ({
          name,
          fingerprint: parseSshPublicKey(publicKey).key?.fingerprint,
        }),
      },
      query: noQuery,
      body: addSshKeySchema,
      answer: sshKey,
      handler: async ({ caller, body }) => ({
        status: 201,
        body: await keys.add(caller, body),
      }),
    }),
    route({
      method: 'delete',
      path: '/me/ssh-keys/:fingerprint',
      access: ownKey('sshKey.delete'),
      audit: { severity: 'high' },
      query: noQuery,
      handler: async ({ caller, params }) => {
        await keys.remove(caller, params.fingerprint);
        return { status: 204 };
      },
    }),
  ];
}

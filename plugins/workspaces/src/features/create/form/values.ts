import { EMPTY_SPEC, specValuesShape } from '../../../components/specForm';
import type { SpecValues } from '../../../components/specForm';
import type { AddSshKeyRequest } from '@butler-portal/plugin-butler-common';
import { z } from 'zod';

/** Which keys open the workspace: those of the profile, or ones of its own. */
export interface KeysValues {
  /** `profile` or `own`. */
  source: string;
  /** One public key a line. */
  own: string;
}

/** Where Neovim's configuration comes from. */
export interface NeovimValues {
  /** `none`, `repo`, `lua` or `archive`. */
  source: string;
  repo: string;
  /** Content of an init.lua. */
  lua: string;
  /** Base64 of a tar.gz. */
  archive: string;
  /** What was packed into the archive, for people. */
  archiveName: string;
}

/** What stands in the form: text as it was typed, empty where nothing was. */
export interface CreateValues extends SpecValues {
  team: string;
  name: string;
  cluster: string;
  /** Go duration; empty = Butler's default. */
  idleTimeout: string;
  /** Go duration; `0s` = never, empty = Butler's default. */
  autoStopAfter: string;
  keys: KeysValues;
  /** A key that is being added to the profile: kept with the rest, but no part of the workspace. */
  newKey: AddSshKeyRequest;
  neovim: NeovimValues;
}

/** A form in which nothing has been typed or proposed. */
export const EMPTY_VALUES: CreateValues = {
  ...EMPTY_SPEC,
  team: '',
  name: '',
  cluster: '',
  idleTimeout: '',
  autoStopAfter: '',
  keys: { source: 'profile', own: '' },
  newKey: { name: '', publicKey: '' },
  neovim: { source: 'none', repo: '', lua: '', archive: '', archiveName: '' },
};

const text = z.string();

/** The shape of {@link CreateValues}, to check and to read drafts with. */
export const valuesSchema = z.object({
  ...specValuesShape,
  team: text,
  name: text,
  cluster: text,
  idleTimeout: text,
  autoStopAfter: text,
  keys: z.object({ source: text, own: text }),
  newKey: z.object({ name: text, publicKey: text }),
  neovim: z.object({
    source: text,
    repo: text,
    lua: text,
    archive: text,
    archiveName: text,
  }),
});

/** The fields that a template, a link or the cluster can fill in for the person. */
export const proposalSchema = valuesSchema.pick({
  image: true,
  repositories: true,
  dotfilesUrl: true,
  dotfilesCommand: true,
  env: true,
  cpu: true,
  memory: true,
  storage: true,
  name: true,
  cluster: true,
});

import { KubeObject } from './meta';

/** What somebody may do in every team: as its admin, or look. */
export type PlatformRole = 'admin' | 'viewer';

/** A public key in somebody's profile; it lets them into all their workspaces that name no keys. */
export interface SshKey {
  /** Of 1 to 63 characters, chosen by its owner. */
  name: string;
  /** As `authorized_keys` takes it. */
  publicKey: string;
  /** `SHA256:` and unpadded base64. */
  fingerprint?: string;
  /** RFC 3339. */
  addedAt?: string;
}

/** A person whom Butler knows. Cluster-scoped (contract, section 1). */
export interface User extends KubeObject {
  kind: 'User';
  spec: {
    email: string;
    displayName?: string;
    /** Has no access; nor has one who is `Disabled` or `Locked`. */
    disabled?: boolean;
    avatar?: string;
    authType?: 'sso' | 'internal';
    /** Deprecated, still honoured (contract, section 1). */
    isPlatformAdmin?: boolean;
    /** The higher of this and `isPlatformAdmin` counts. */
    platformRole?: PlatformRole | '';
    sshKeys?: SshKey[];
  };
  status?: { phase?: 'Pending' | 'Active' | 'Disabled' | 'Locked' };
}

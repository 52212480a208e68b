import { KubeObject } from './meta';

export type PlatformRole = 'admin' | 'viewer';

export interface SshKey {
  name: string;
  publicKey: string;
  /** `SHA256:` and unpadded base64. */
  fingerprint?: string;
  /** RFC 3339. */
  addedAt?: string;
}

export interface User extends KubeObject {
  kind: 'User';
  spec: {
    email: string;
    displayName?: string;
    disabled?: boolean;
    avatar?: string;
    authType?: 'sso' | 'internal';
    /** Deprecated, still honoured (contract, section 1). */
    isPlatformAdmin?: boolean;
    platformRole?: PlatformRole | '';
    sshKeys?: SshKey[];
  };
  status?: { phase?: 'Pending' | 'Active' | 'Disabled' | 'Locked' };
}

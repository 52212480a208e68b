/** Public keys that `ssh-keygen` has made, with what `ssh-keygen -lf` prints for them. */
export const ED25519 = {
  publicKey:
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICJaIHRxLW0P5O0/kxy0nPRvVxQr910HKk6aJsrZRkFe',
  fingerprint: 'SHA256:5dMCz2NKYQUjsPlzhnffbEsKn03h8Ki0ktwbxSTWHP8',
};

export const ECDSA = {
  publicKey:
    'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBChfqQE7PvezMmsAWRdlYCecmUq+oe4waFQaXuv0IJ78F7ZCGSsp/F+RWof4OfznjADNK6KXcRcliwzM5fIRaOE=',
  fingerprint: 'SHA256:uwENudS8FyRQd8AQL0veuqJmr7MujmGlelEyRRjIbMY',
};

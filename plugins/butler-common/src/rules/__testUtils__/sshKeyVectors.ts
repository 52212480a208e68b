/**
 * Public keys that `ssh-keygen` has made, with what `ssh-keygen -lf` prints for them; their private
 * halves were thrown away. The two of security keys are put together after PROTOCOL.u2f, and
 * `ssh-keygen` reads them, too.
 */
export const SSH_KEY_VECTORS = [
  {
    publicKey:
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICJaIHRxLW0P5O0/kxy0nPRvVxQr910HKk6aJsrZRkFe',
    fingerprint: 'SHA256:5dMCz2NKYQUjsPlzhnffbEsKn03h8Ki0ktwbxSTWHP8',
  },
  {
    publicKey:
      'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBChfqQE7PvezMmsAWRdlYCecmUq+oe4waFQaXuv0IJ78F7ZCGSsp/F+RWof4OfznjADNK6KXcRcliwzM5fIRaOE=',
    fingerprint: 'SHA256:uwENudS8FyRQd8AQL0veuqJmr7MujmGlelEyRRjIbMY',
  },
  {
    publicKey:
      'ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBH2XgRxggTvZgwRD8MugY+SIgeWMT3/wHqXMNQs+rMFf5v7mspWHpVOioPph7ltnwLp39sSHlUWVE+53NWbQcbmh8ktcZozl26/XkY34ECP1i/S0sBQQyZdhODSBlBvOHQ==',
    fingerprint: 'SHA256:XA1TMjl7gXOuSDWjEjkwwe8jXH8YuGtamxvk/OZL6vg',
  },
  {
    publicKey:
      'ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAGde10+dRzXB9w4/LXH/MQVEZOq3seBhT2Y1wn61yQqdYqt2tEfsYJtGJ8oYavuQflZ4+MilFHxxbpeKW4tNdqq0wG2pWvFDWTNmuIlkZXcyS1vWZORKqX8438hl1fve68GP7cNmuDsMcKbBG3t7eHvJZf+ubPK94wIDpvLsEncgY8QqQ==',
    fingerprint: 'SHA256:R8AQmmaRbEDV5bnX7yFM3NktUYK97CrksfcvZDlQv48',
  },
  {
    publicKey:
      'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCMrtoZPmSmPJqsXRtT3qvHrIKcmUQPwnrLaqx4CVk60W/7JhOSt/B3s9sR35WwYx3BchdNH8VQmd0myZPnaTT5dz3zEN4xx8BoulGhovs6BNYZh3AQxyo7rOJO03XFci2H0QxE1i6o+lxxkZoeVN+kVfsP9BS5rnFDxeuscwIVuqQFHeH8c+OpRMqV2g+q6UQHaiMJoAUgcCczq4J2xAmQDxMGh1hfK4mcg1SrxEoPq7rvLKO5QsEVzP+3OYmz53yz9NVqLTZdwm0ygLQIMnIHF+GGsQkYGECiUzVE2GuErLcWfwbz+caBaiYgVUCiHOaSvZ7ZzCMOS6fvYSY60Xmv',
    fingerprint: 'SHA256:Vqiy5ZioN8sGa3M/sl4gwogV8BP+/i9d4K6EVpJOi9U',
  },
  {
    publicKey:
      'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC5eB5qsQ/0E9x1UaS29MWORKQ9FnHSeRMQMiW3QvE3K1IJ6i7mVxkO0WxvHcg2OIH7CGPLroZ2lGEIpbggQ218y1yVW6NZKtQ0ebQw9USf6uJRoxBmM6az7K1iiGpxPWEUpcF2ECT8UgiXFF/3e/MKoRfXiGWfm1S6iJxqhV34yM/fY6HqX4/BJTyQTZAtxiwlzmyI8zWtlDxeiAS9sAd96lPktPpUPuNWrky0l7NNkMRZ8saSoo8Verf208iZ6fOfqNl+Yo0S3QG9o6oM/Jx/j8X4Zxospi9gorG1G9SQwe5bvngTh2KSZQiAJwXi2ZEOOabfqjrLS97mGt1N+/3oKsLr3PCAhdY9cQkFs9LiqUzK4h1anGC/36n6M3rJjBMfCmyM/1UzhQDu3M1Iq+mv5oqOrTH7D8g39cNlB8hIZk/IC7rcxcSlnJ/1l0wr5vqACQkC/QUVP/4fv2dvAVmnaVUdy/rZuM7tlrxjlLbibREWzdOwDI5mqoA+OYiIBac=',
    fingerprint: 'SHA256:MEHuz8lDAyq75Ey149W6Z5upKVOp9OxljnZHZ+SyuKc',
  },
  {
    publicKey:
      'sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAICJaIHRxLW0P5O0/kxy0nPRvVxQr910HKk6aJsrZRkFeAAAABHNzaDo=',
    fingerprint: 'SHA256:1Q9RdBqqFG1K4r9jXPFp/hlr7G5dcAWuhwJgMBluCFw',
  },
  {
    publicKey:
      'sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb20AAAAIbmlzdHAyNTYAAABBBChfqQE7PvezMmsAWRdlYCecmUq+oe4waFQaXuv0IJ78F7ZCGSsp/F+RWof4OfznjADNK6KXcRcliwzM5fIRaOEAAAAEc3NoOg==',
    fingerprint: 'SHA256:Fu+TK/IcGQZdyp2/IuoWpMlfCy7hn8JKjmtSBe4xnWA',
  },
];

/** Of 1024 bits. */
export const SHORT_RSA_KEY =
  'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC+qApYSbZuR0x9GzE1Oik7n291VV7krKNOYJgkCA+Hj2ABEydROJzYw68TKPpIL6pzvDlc7UbPOIeWx8EpheZgyYqy+S/CFIxQLA9V7rcrQA2eo+EWt3aaICcX6U3MR8UM6y+6dZMk28P5AFoy5CTc9GfzyRzIKB2Awu7a0NCrbQ==';

/** Signed by another key. */
export const CERTIFICATE =
  'ecdsa-sha2-nistp256-cert-v01@openssh.com AAAAKGVjZHNhLXNoYTItbmlzdHAyNTYtY2VydC12MDFAb3BlbnNzaC5jb20AAAAgZo9aW6CkwwEysE9Y2Cd6NEW3f1k2puRR5s6DaPG3Zn8AAAAIbmlzdHAyNTYAAABBBChfqQE7PvezMmsAWRdlYCecmUq+oe4waFQaXuv0IJ78F7ZCGSsp/F+RWof4OfznjADNK6KXcRcliwzM5fIRaOEAAAAAAAAAAAAAAAEAAAABeAAAAAcAAAADZGV2AAAAAAAAAAD//////////wAAAAAAAACCAAAAFXBlcm1pdC1YMTEtZm9yd2FyZGluZwAAAAAAAAAXcGVybWl0LWFnZW50LWZvcndhcmRpbmcAAAAAAAAAFnBlcm1pdC1wb3J0LWZvcndhcmRpbmcAAAAAAAAACnBlcm1pdC1wdHkAAAAAAAAADnBlcm1pdC11c2VyLXJjAAAAAAAAAAAAAAAzAAAAC3NzaC1lZDI1NTE5AAAAICJaIHRxLW0P5O0/kxy0nPRvVxQr910HKk6aJsrZRkFeAAAAUwAAAAtzc2gtZWQyNTUxOQAAAEBktJfNT7dMF1ayxsJFLeTHr7Njib9Vn8wngANU1N7aVk3LGlw88De4U8SZ3zpKxR78XfkmYokniR9VLJ9Gv3UC';

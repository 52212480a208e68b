import { decodeProtobuf } from './decodeProtobuf';

describe('reading protobuf', () => {
  it.each([
    [
      'kubectl create namespace foo',
      '6b3873000a0f0a02763112094e616d657370616365121b0a130a03666f6f12001a0022002a00320038004200120' +
        '01a020a001a002200',
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'foo' },
        spec: {},
        status: {},
      },
    ],
    [
      'kubectl create secret generic s --from-literal=a=b',
      '6b3873000a0c0a0276311206536563726574' +
        '12240a180a017312001a0764656661756c7422002a00320038004200120' +
        '60a01611201621a001a002200',
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 's', namespace: 'default' },
        data: { a: 'Yg==' },
      },
    ],
    [
      'kubectl create quota q --hard=cpu=1',
      '6b3873000a130a027631120d5265736f7572636551756f7461122a0a180a017112001a0764656661756c7422002a00320038004200120c0a0a0a0363707512030a01311a001a002200',
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'q', namespace: 'default' },
        spec: { hard: { cpu: '1' } },
      },
    ],
  ])('reads what %s sends', (_command, hex, expected) => {
    expect(decodeProtobuf(Buffer.from(hex, 'hex'))).toMatchObject(expected);
  });

  it('leaves kinds that it does not know to others', () => {
    const envelope = '6b3873000a090a02763112034e6f70';
    expect(decodeProtobuf(Buffer.from(envelope, 'hex'))).toBeUndefined();
  });

  it.each([['7b7d'], ['6b3873000aff'], ['6b3873000b']])('refuses %s', hex => {
    expect(() => decodeProtobuf(Buffer.from(hex, 'hex'))).toThrow();
  });
});

import type { PermissionsService } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { rememberDecisions } from './RememberedDecisions';

const read = createPermission({
  name: 'butler.thing.read',
  attributes: { action: 'read' },
});
const remove = createPermission({
  name: 'butler.thing.delete',
  attributes: { action: 'delete' },
});

describe('rememberDecisions', () => {
  const authorize = jest.fn<
    ReturnType<PermissionsService['authorize']>,
    Parameters<PermissionsService['authorize']>
  >();
  let permissions: PermissionsService;
  let now: jest.SpyInstance;

  beforeEach(() => {
    now = jest.spyOn(Date, 'now').mockReturnValue(0);
    authorize.mockReset();
    authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
    permissions = rememberDecisions(
      { authorize, authorizeConditional: jest.fn() },
      5_000,
    );
  });
  afterEach(() => now.mockRestore());

  function ask(permission: typeof read, user = 'user:default/developer') {
    const credentials = mockCredentials.user(user);
    return permissions.authorize([{ permission }], { credentials });
  }

  it('asks about reading once in five seconds', async () => {
    await ask(read);
    now.mockReturnValue(4_999);
    await ask(read);
    expect(authorize).toHaveBeenCalledTimes(1);
    now.mockReturnValue(5_000);
    await ask(read);
    expect(authorize).toHaveBeenCalledTimes(2);
  });

  it('asks for everybody and about everything that changes something', async () => {
    await ask(read);
    await ask(read, 'user:default/viewer');
    await ask(remove);
    await ask(remove);
    expect(authorize).toHaveBeenCalledTimes(4);
  });

  it('asks again where there was no answer', async () => {
    authorize.mockRejectedValueOnce(new Error('no answer'));
    await expect(ask(read)).rejects.toThrow('no answer');
    await expect(ask(read)).resolves.toEqual([
      { result: AuthorizeResult.ALLOW },
    ]);
  });
});

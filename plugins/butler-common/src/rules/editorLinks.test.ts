import { workspacePaths } from './connection';
import { EDITOR_IDS, editorLink, openableLinks } from './editorLinks';
import type { EditorTarget } from './editorLinks';

const TARGET: EditorTarget = {
  alias: 'api.payments.butler',
  endpoint: { host: '192.0.2.7', port: 2222 },
  user: 'dev',
  paths: workspacePaths(1),
};

describe('links that open an editor', () => {
  it.each([
    ['vscode', 'vscode'],
    ['vscode-insiders', 'vscode-insiders'],
    ['vscodium', 'vscodium'],
    ['cursor', 'cursor'],
    ['windsurf', 'windsurf'],
  ] as const)('open %s over Remote-SSH', (id, scheme) => {
    expect(editorLink(id, TARGET)).toMatchObject({
      id,
      url: `${scheme}://vscode-remote/ssh-remote+dev@192.0.2.7:2222/workspace/src`,
      aliasUrl: `${scheme}://vscode-remote/ssh-remote+api.payments.butler/workspace/src`,
    });
  });

  it('open the others in their own words', () => {
    expect(editorLink('zed', TARGET).url).toBe(
      'zed://ssh/dev@192.0.2.7:2222/workspace/src',
    );
    expect(editorLink('jetbrains-gateway', TARGET).url).toBe(
      'jetbrains-gateway://connect#host=192.0.2.7&port=2222&user=dev&type=ssh&deploy=true&projectPath=%2Fworkspace%2Fsrc',
    );
    expect(editorLink('jetbrains-toolbox', TARGET).url).toBe(
      'jetbrains://gateway/ssh/environment?h=192.0.2.7&u=dev&p=2222&launchIde=true&ideHint=IU&projectHint=%2Fworkspace%2Fsrc',
    );
  });

  it('open several repositories by the workspace file where the editor reads one', () => {
    const target = { ...TARGET, paths: workspacePaths(2) };
    expect(editorLink('cursor', target).url).toMatch(
      /\/workspace\/workspace\.code-workspace$/,
    );
    expect(editorLink('zed', target).url).toMatch(/:2222\/workspace$/);
  });

  it('go by the alias to an IPv6 address, which would break in them', () => {
    const endpoint = { host: '2001:db8::1', port: 2222 };
    const links = EDITOR_IDS.map(id => editorLink(id, { ...TARGET, endpoint }));
    for (const { url } of links) {
      expect(url).toMatch(/api\.payments\.butler|2001%3Adb8%3A%3A1/);
      expect(url).not.toContain('2001:db8');
    }
  });

  it('encode each segment of a path', () => {
    const paths = { directory: '/workspace/a b?c#d' };
    expect(editorLink('vscode', { ...TARGET, paths }).url).toMatch(
      /\/workspace\/a%20b%3Fc%23d$/,
    );
  });
});

describe('links that may be followed', () => {
  const all = EDITOR_IDS.map(id => editorLink(id, TARGET));

  it('are all that the backend makes, in its order', () => {
    expect(openableLinks(all)).toEqual(all);
  });

  it('have the scheme of their own editor', () => {
    const [vscode] = all;
    const wrong = ['file:///etc/passwd', 'cursor://x', 'vscodejs:x', ''];
    for (const url of wrong) {
      expect(openableLinks([{ ...vscode, url }])).toEqual([]);
      expect(openableLinks([{ ...vscode, aliasUrl: url }])).toEqual([
        { id: 'vscode', label: 'VS Code', url: vscode.url },
      ]);
    }
  });

  it('are of editors that the Portal knows', () => {
    const unknown = { ...all[0], id: 'file' as 'vscode' };
    expect(openableLinks([{ ...unknown, url: 'file:///x' }])).toEqual([]);
  });
});

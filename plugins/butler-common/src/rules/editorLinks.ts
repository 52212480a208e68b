import type { SshEndpoint, WorkspacePaths } from './connection';
import { isIpv6Literal } from './ipv6';

/** The editors that the Portal knows how to open, in the order in which they are offered. */
export const EDITOR_IDS = [
  'vscode',
  'vscode-insiders',
  'vscodium',
  'cursor',
  'windsurf',
  'zed',
  'jetbrains-gateway',
  'jetbrains-toolbox',
] as const;

export type EditorId = (typeof EDITOR_IDS)[number];

/** What is offered where `butler.editors` says nothing. */
export const DEFAULT_EDITORS: EditorId[] = [
  'vscode',
  'cursor',
  'windsurf',
  'zed',
  'jetbrains-gateway',
];

/** What people call each editor. */
export const EDITOR_LABELS: Record<EditorId, string> = {
  vscode: 'VS Code',
  'vscode-insiders': 'VS Code Insiders',
  vscodium: 'VSCodium',
  cursor: 'Cursor',
  windsurf: 'Windsurf',
  zed: 'Zed',
  'jetbrains-gateway': 'JetBrains Gateway',
  'jetbrains-toolbox': 'JetBrains Toolbox',
};

/** The links that open a workspace in one editor. None is promised by its maker: show the SSH command beside them. */
export interface EditorLink {
  id: EditorId;
  label: string;
  /** Works without preparation, except where it is the same as `aliasUrl`. */
  url: string;
  /** Works once the configuration block is installed, and checks the pinned host keys. */
  aliasUrl?: string;
}

/** What the links lead to. */
export interface EditorTarget {
  alias: string;
  endpoint: SshEndpoint;
  user: string;
  paths: WorkspacePaths;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function vsCodeFamily(
  scheme: string,
  authority: string,
  { directory, codeWorkspace }: WorkspacePaths,
): string {
  const path = encodePath(codeWorkspace ?? directory);
  return `${scheme}://vscode-remote/ssh-remote+${authority}${path}`;
}

function zed(authority: string, { directory }: WorkspacePaths): string {
  return `zed://ssh/${authority}${encodePath(directory)}`;
}

// URLSearchParams would write a space as +, which these do not read as one.
function parameters(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
}

function jetBrainsGateway({ endpoint, user, paths }: EditorTarget): string {
  return `jetbrains-gateway://connect#${parameters({
    host: endpoint.host,
    port: String(endpoint.port),
    user,
    type: 'ssh',
    deploy: 'true',
    projectPath: paths.directory,
  })}`;
}

function jetBrainsToolbox({ endpoint, user, paths }: EditorTarget): string {
  return `jetbrains://gateway/ssh/environment?${parameters({
    h: endpoint.host,
    u: user,
    p: String(endpoint.port),
    launchIde: 'true',
    ideHint: 'IU',
    projectHint: paths.directory,
  })}`;
}

function urlsOf(
  id: EditorId,
  target: EditorTarget,
): Pick<EditorLink, 'url' | 'aliasUrl'> {
  const { alias, endpoint, user, paths } = target;
  if (id === 'jetbrains-gateway') return { url: jetBrainsGateway(target) };
  if (id === 'jetbrains-toolbox') return { url: jetBrainsToolbox(target) };
  const link = (authority: string) =>
    id === 'zed' ? zed(authority, paths) : vsCodeFamily(id, authority, paths);
  const aliasUrl = link(alias);
  // The host would end at the first colon of an IPv6 address; an alias has none.
  const url = isIpv6Literal(endpoint.host)
    ? aliasUrl
    : link(`${user}@${endpoint.host}:${endpoint.port}`);
  return { url, aliasUrl };
}

/** The link that opens the workspace in the editor. */
export function editorLink(id: EditorId, target: EditorTarget): EditorLink {
  return { id, label: EDITOR_LABELS[id], ...urlsOf(id, target) };
}

function schemeOf(id: EditorId): string {
  // Toolbox answers to the scheme of the whole family.
  return id === 'jetbrains-toolbox' ? 'jetbrains' : id;
}

/**
 * The links that may be followed: of editors that are known, with the scheme of that very editor. Any other
 * scheme, `javascript:` first of all, is none that the person has chosen by the label.
 */
export function openableLinks(links: EditorLink[]): EditorLink[] {
  return links.flatMap(({ aliasUrl, ...link }) => {
    if (!EDITOR_IDS.includes(link.id)) return [];
    const scheme = `${schemeOf(link.id)}:`;
    if (!link.url.startsWith(scheme)) return [];
    return [{ ...link, ...(aliasUrl?.startsWith(scheme) && { aliasUrl }) }];
  });
}

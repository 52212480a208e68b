import ApiIcon from '@mui/icons-material/Api';
import BarChartIcon from '@mui/icons-material/BarChart';
import BuildIcon from '@mui/icons-material/Build';
import CloudIcon from '@mui/icons-material/Cloud';
import CodeIcon from '@mui/icons-material/Code';
import DataObjectIcon from '@mui/icons-material/DataObject';
import DnsIcon from '@mui/icons-material/Dns';
import HubIcon from '@mui/icons-material/Hub';
import InsightsIcon from '@mui/icons-material/Insights';
import JavascriptIcon from '@mui/icons-material/Javascript';
import LocalCafeIcon from '@mui/icons-material/LocalCafe';
import MemoryIcon from '@mui/icons-material/Memory';
import PhoneIphoneIcon from '@mui/icons-material/PhoneIphone';
import PsychologyIcon from '@mui/icons-material/Psychology';
import RocketLaunchIcon from '@mui/icons-material/RocketLaunch';
import ScienceIcon from '@mui/icons-material/Science';
import SecurityIcon from '@mui/icons-material/Security';
import SettingsIcon from '@mui/icons-material/Settings';
import ShoppingCartIcon from '@mui/icons-material/ShoppingCart';
import StorageIcon from '@mui/icons-material/Storage';
import TerminalIcon from '@mui/icons-material/Terminal';
import WebIcon from '@mui/icons-material/Web';
import WidgetsIcon from '@mui/icons-material/Widgets';
import type { TemplateCategory } from '@butler-portal/plugin-butler-common';

type Icon = typeof CodeIcon;

// The whole of Material's icons would be megabytes; these are the ones that fit a template.
const OWN = {
  Api: ApiIcon,
  BarChart: BarChartIcon,
  Build: BuildIcon,
  Cloud: CloudIcon,
  Code: CodeIcon,
  DataObject: DataObjectIcon,
  Dns: DnsIcon,
  Hub: HubIcon,
  Insights: InsightsIcon,
  Javascript: JavascriptIcon,
  LocalCafe: LocalCafeIcon,
  Memory: MemoryIcon,
  PhoneIphone: PhoneIphoneIcon,
  Psychology: PsychologyIcon,
  RocketLaunch: RocketLaunchIcon,
  Science: ScienceIcon,
  Security: SecurityIcon,
  Settings: SettingsIcon,
  ShoppingCart: ShoppingCartIcon,
  Storage: StorageIcon,
  Terminal: TerminalIcon,
  Web: WebIcon,
  Widgets: WidgetsIcon,
} as const satisfies Record<string, Icon>;

/** Material's names of the icons that the Portal has. */
export const ICON_NAMES = Object.keys(OWN);

function normalise(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

const BY_NAME: ReadonlyMap<string, Icon> = new Map(
  Object.entries(OWN).map(([name, icon]) => [normalise(name), icon]),
);

const BY_CATEGORY: Record<TemplateCategory, Icon> = {
  backend: DnsIcon,
  frontend: WebIcon,
  data: StorageIcon,
  devops: BuildIcon,
  custom: WidgetsIcon,
};

/** What to draw for a template: one of our own icons, or a picture from an https address. */
export type TemplatePicture =
  | { kind: 'icon'; Icon: Icon }
  | { kind: 'image'; url: string };

function httpsUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' ? url.href : undefined;
}

/**
 * What to draw for an icon as a template names it: `DataObject`, `data_object` or an https address.
 * It is untrusted text; what is neither gets the icon of the category.
 */
export function pictureOf(
  icon: string | undefined,
  category: TemplateCategory,
): TemplatePicture {
  const url = icon ? httpsUrl(icon) : undefined;
  if (url) return { kind: 'image', url };
  const own = BY_NAME.get(normalise(icon ?? ''));
  return { kind: 'icon', Icon: own ?? BY_CATEGORY[category] };
}

import { TemplateView } from './one/TemplateView';
import { WithTemplate } from './WithTemplate';

/** `/chambers/templates/:namespace/:name`: one template, who uses it, and what can be done with it. */
export function TemplatePage() {
  return <WithTemplate>{one => <TemplateView {...one} />}</WithTemplate>;
}

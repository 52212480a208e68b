export {
  categoriesOf,
  filterTemplates,
  parseCategory,
  SEARCH_FROM,
} from './filterTemplates';
export type { TemplateFilter } from './filterTemplates';
export { TemplateFacts } from './TemplateFacts';
export { TemplateFilterBar } from './TemplateFilterBar';
export { useTemplateFilter } from './useTemplateFilter';
export { TemplateIcon } from './TemplateIcon';
export { parseTemplateKey, templateId } from './templateKey';
export type { TemplateKey } from './templateKey';

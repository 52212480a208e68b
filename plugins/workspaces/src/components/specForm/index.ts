export { DotfilesFields } from './DotfilesFields';
export { EnvFields } from './EnvFields';
export { FieldGrid } from './FieldGrid';
export { fieldOfSpecPath, kubernetesPath } from './fieldPaths';
export { ImageField } from './ImageField';
export { refuseFields } from './refuseFields';
export type { Refused } from './refuseFields';
export type { FormFields } from './splitErrors';
export { RepositoriesFields } from './repositories/RepositoriesFields';
export { clonePath } from './repositories/directories';
export { repositoryAt } from './repositories/repositoryAt';
export type { RepositoryAddress } from './repositories/repositoryAt';
export { DEFAULT_SIZE } from './size/presets';
export type { Size } from './size/presets';
export { PickerInput } from './PickerInput';
export { SizeFields } from './SizeFields';
export { SuggestInput } from './SuggestInput';
export { PLAIN_TEXT, TextInput } from './TextInput';
export { requestIssues } from './requestIssues';
export { useFieldText } from './useFieldText';
export type { FieldText } from './useFieldText';
export { compact, given, toSpecParts } from './toSpec';
export {
  EMPTY_REPOSITORY,
  EMPTY_SPEC,
  NO_ENV,
  specValuesOf,
  specValuesShape,
} from './values';
export type { EnvValues, RepositoryValues, SpecValues } from './values';

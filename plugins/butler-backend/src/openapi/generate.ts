import { writeFileSync } from 'node:fs';
import { OPENAPI_FILE, openApiText } from './text';

writeFileSync(OPENAPI_FILE, openApiText());

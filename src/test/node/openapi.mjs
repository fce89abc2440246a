// Whether a file is a valid OpenAPI description; says its version, or what is wrong.
import { Validator } from '@seriousme/openapi-schema-validator';

const validator = new Validator();
const result = await validator.validate(process.argv[2]);
console.log(result.valid ? 'valid ' + validator.version : JSON.stringify(result.errors, null, 1));
process.exit(result.valid ? 0 : 1);

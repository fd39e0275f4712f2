export { pdfOf } from './pdf';
export type {
  Alignment,
  Block,
  Cell,
  CodeBeside,
  Gap,
  Paper,
  PrintedDocument,
  Row,
  Run,
  SignatureBox,
  Signatures,
  Table,
  Text,
  Title,
  Together,
  Words,
} from './printed-document';

// npm run generate: writes down the part of the contract that partners see, to be reviewed as a diff.
import { writeFileSync } from 'node:fs'
import { partnerContract, printContract } from '../graphql/partner-contract.ts'
import { readContract } from '../graphql/schema.ts'

writeFileSync(
  new URL('../graphql/partner.graphql', import.meta.url),
  printContract(partnerContract(readContract())),
)

"""From what the rules found to the advice a DPO signs: verdict, prose, what to mend."""

"""wp3reports beside other ways to print the same reports, measured in one run; see README.md here."""

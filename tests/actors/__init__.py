"""Tests of resolving actors and claimants."""

"""The rules of Legday, pure: no Discord, no database, no asyncio, no clock, no environment."""

namespace Mimo.Testing.Faults;

internal enum FaultKind
{
    NoResponse,
    DataPrefix,
    Cut,
    End,
    Stall,
    Pieces,
    ErrorEvent,
}

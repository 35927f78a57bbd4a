namespace Mimo.Aot;

/// <summary>A program as native code.</summary>
internal sealed record Published(Candidate Candidate, bool IsRecordedOnly, string Path, int Warnings)
{
    /// <summary>What is shipped: one file, without its symbols. In millions of bytes.</summary>
    public double Megabytes => new FileInfo(Path).Length / 1e6;

    public string Kind => IsRecordedOnly ? "own handler" : "sockets and TLS";
}

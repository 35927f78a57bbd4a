namespace Mimo.Testing.Server;

/// <summary>The requests received, in order. Thread-safe.</summary>
internal sealed class Journal
{
    private readonly List<MimoServerRequest> _requests = [];

    /// <summary>Adds a request and gives its number, counted from 1.</summary>
    public int Add(MimoServerRequest request)
    {
        lock (_requests)
        {
            _requests.Add(request);
            return _requests.Count;
        }
    }

    public IReadOnlyList<MimoServerRequest> Snapshot()
    {
        lock (_requests)
        {
            return [.. _requests];
        }
    }
}

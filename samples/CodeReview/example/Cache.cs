using System.Collections.Generic;
using System.Net.Http;

public class Cache
{
    private readonly Dictionary<string, string> _pages = new();

    public string Get(string url)
    {
        if (!_pages.ContainsKey(url))
        {
            var client = new HttpClient();
            _pages[url] = client.GetStringAsync(url).Result;
        }

        return _pages[url];
    }
}

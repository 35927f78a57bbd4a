using System.Text;

namespace Mimo.Generators.Parsing;

/// <summary>How C# names become names in JSON.</summary>
internal static class WireNames
{
    private const int LongestToolName = 64;

    /// <summary>A method's name as a tool's: <c>GetCurrentWeatherAsync</c> becomes <c>get_current_weather</c>.</summary>
    public static string ToToolName(string methodName)
    {
        string name = WithoutAsync(methodName);
        var text = new StringBuilder(name.Length + 8);
        for (int index = 0; index < name.Length; index++)
        {
            char character = name[index];
            if (char.IsUpper(character))
            {
                // A word starts after a lower-case letter or digit, and at the last capital of a run: HTMLPage is html_page.
                bool afterWord = index > 0 && (char.IsLower(name[index - 1]) || char.IsDigit(name[index - 1]));
                bool endsRun = index > 0 && char.IsUpper(name[index - 1]) && index + 1 < name.Length && char.IsLower(name[index + 1]);
                if (afterWord || endsRun)
                {
                    text.Append('_');
                }

                text.Append(char.ToLowerInvariant(character));
            }
            else
            {
                text.Append(character);
            }
        }

        return text.ToString();
    }

    /// <summary>A method's name without what only tells that it is asynchronous.</summary>
    public static string WithoutAsync(string methodName)
    {
        const string Async = "Async";
        return methodName.Length > Async.Length && methodName.EndsWith(Async, StringComparison.Ordinal)
            ? methodName.Substring(0, methodName.Length - Async.Length)
            : methodName;
    }

    /// <summary>Whether MiMo accepts the tool's name.</summary>
    public static bool IsToolName(string name)
    {
        if (name.Length is 0 or > LongestToolName)
        {
            return false;
        }

        foreach (char character in name)
        {
            if (character is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A member's name in camel case, as System.Text.Json's policy of that name makes it: <c>URLValue</c> becomes <c>urlValue</c>.</summary>
    public static string ToCamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        char[] characters = name.ToCharArray();
        for (int index = 0; index < characters.Length; index++)
        {
            if (index == 1 && !char.IsUpper(characters[index]))
            {
                break;
            }

            bool hasNext = index + 1 < characters.Length;
            if (index > 0 && hasNext && !char.IsUpper(characters[index + 1]))
            {
                if (characters[index + 1] == ' ')
                {
                    characters[index] = char.ToLowerInvariant(characters[index]);
                }

                break;
            }

            characters[index] = char.ToLowerInvariant(characters[index]);
        }

        return new string(characters);
    }
}

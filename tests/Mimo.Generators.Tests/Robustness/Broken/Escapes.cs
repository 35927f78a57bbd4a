using System.Threading.Tasks;
using Mimo;

[MimoPrompt]
public partial interface IEscapes
{
    [UserPrompt("{nobody} \U1F600")]
    Task<string> ShortAsync(string text);

    [UserPrompt("{nobody} \UZZZZZZZZ {")]
    Task<string> NoDigitsAsync(string text);

    [UserPrompt("{nobody} \UFFFFFFFF {")]
    Task<string> NoCharacterAsync(string text);

    [UserPrompt("{nobody} \u12")]
    Task<string> FewDigitsAsync(string text);

    [UserPrompt("{nobody} \x")]
    Task<string> NoneAsync(string text);

    [UserPrompt("{nobody} \xA

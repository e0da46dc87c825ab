import toolbox.Tools;
import library.Statics.staticFn as imported;
using StringTools;

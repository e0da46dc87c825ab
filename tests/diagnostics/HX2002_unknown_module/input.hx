import haxe.Exceptoin;
import missing.*;
using Lamda;

class Main {}

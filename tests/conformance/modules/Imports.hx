import pack.Helper;
import pack.Helper.Extra as Renamed;
import pack.inner.Deep.deepest;
import pack.Names.*;
class Imports {
	static function main() {
		Sys.println(Helper.greet());
		Sys.println(new Renamed(3).twice());
		Sys.println(deepest(2));
		Sys.println(LEFT + RIGHT);
		Sys.println(pack.inner.Deep.level);
		Sys.println(new pack.Helper.Extra(1).twice());
	}
}

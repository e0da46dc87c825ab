package library;
class Secret { var hidden = "secret"; public function new() {} static function sh() return "static secret"; }
